package section3_4;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;
import static org.resnetclaims.network.CifarNetworks.residual;

import java.util.List;
import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.TenCrops;

/** Section 3.4: ten crops of each test image, and averages over several scales. */
class SeveralViews {

    private static final String PILOT =
            "the networks of quick are trained without crops and flips, so that such views are new to them (and resized "
                    + "clothes lose their edges, which may tell at larger scales too: with crops and flips, 10,000 images and "
                    + "2,000 batches of 64, ten crops err on 20.2 and 20.4 %, those of three scales on 17.6 and 18.4 %, and "
                    + "one view on 16.0 and 16.6 %): ";

    /** As 224 pixels are cropped out of 256. */
    private static final TenCrops ONE_SCALE = new TenCrops(List.of(256 / 224.0));

    /** The paper has five, from 224 to 640 pixels, and networks that take any size; here a crop would miss too much. */
    private static final TenCrops THREE_SCALES = new TenCrops(List.of(1.0, 256 / 224.0, 288 / 224.0));

    private static final Observable WHOLE =
            Observable.ofMistakes("test error by one view of each image", ONE_SCALE, TenCrops.WHOLE);

    private static final Observable TEN_CROPS =
            Observable.ofMistakes("test error by ten crops", ONE_SCALE, TenCrops.CROPS);

    // Set against one view as well: ten crops at one scale are easily beaten by three of which one is the image itself.
    private static final Observable MULTI_SCALE =
            Observable.ofMistakes("test error by ten crops at three scales", THREE_SCALES, TenCrops.CROPS);

    @Claim(
            id = "sec3.4.ten-crop",
            kind = Kind.EXAMINED,
            source = "Section 3.4",
            statement =
                    "A 20-layer residual network has a lower test error by ten crops of each image than by one view",
            from = Scale.STANDARD,
            pilot = PILOT
                    + "ten crops raise the test error of ResNet-20 from 25.5, 24.6, 26.3 and 27.6 % to 37.3, 52.8, "
                    + "42.3 and 43.3 % after 600 batches on tuning seeds")
    void ten_crops_err_less(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));

        assertThat(resNet20).on(TEN_CROPS).isLowerThan(WHOLE);
    }

    @Claim(
            id = "sec3.4.multi-scale",
            kind = Kind.EXAMINED,
            source = "Section 3.4",
            statement =
                    "A 20-layer residual network has a lower test error by ten crops at three scales than by one view",
            from = Scale.STANDARD,
            pilot = PILOT
                    + "ten crops at three scales raise the test error of ResNet-20 from 25.5, 24.6, 26.3 and 27.6 % to "
                    + "29.5, 38.5, 35.9 and 37.7 % after 600 batches on tuning seeds")
    void several_scales_err_less(Experiment experiment) {
        Arm resNet20 = experiment.train(residual(20));

        assertThat(resNet20).on(MULTI_SCALE).isLowerThan(WHOLE);
    }
}
