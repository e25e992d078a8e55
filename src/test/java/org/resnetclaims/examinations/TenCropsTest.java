package org.resnetclaims.examinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

class TenCropsTest {

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(40, 90, 4);

    /** Two channels of 4x6 pixels; pixel (y, x) of channel c of image n is 100n + 50c + 7y + x. */
    private static final LabelledImages SLOPES = new LabelledImages() {
        @Override
        public Shape shape() {
            return new Shape(2, 4, 6);
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public MeanImage mean() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fill(int[] indices, float[] pixels, int[] labels) {
            for (int i = 0; i < indices.length * 48; i++) {
                int pixel = i % 24;
                pixels[i] = 100 * indices[i / 48] + 50 * (i / 24 % 2) + 7 * (pixel / 6) + pixel % 6;
            }
        }
    };

    @Test
    void a_view_of_the_old_size_is_the_image_less_the_mean() {
        float[] mean = new float[48];
        mean[5] = 3;

        float[] seen = pixels(new View(SLOPES, new MeanImage(mean), 4, 6, 0, 0, false), 2);

        float[] given = new float[48];
        SLOPES.fill(new int[] {2}, given, new int[1]);
        given[5] -= 3;
        assertThat(seen).containsExactly(given);
    }

    @Test
    void a_mirrored_view_runs_from_right_to_left() {
        float[] seen = pixels(view(4, 6, 0, 0, true), 0);

        assertThat(seen).startsWith(5, 4, 3, 2, 1, 0, 12, 11);
    }

    /** Between the middles of the outermost pixels, interpolation keeps a slope as it is. */
    @Test
    void a_view_of_a_resized_image_is_its_crop() {
        float[] seen = pixels(view(8, 12, 3, 4, false), 1);

        for (int channel = 0; channel < 2; channel++) {
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 6; column++) {
                    double y = (3 + row + 0.5) / 2 - 0.5;
                    double x = (4 + column + 0.5) / 2 - 0.5;
                    assertThat((double) seen[24 * channel + 6 * row + column])
                            .isCloseTo(100 + 50 * channel + 7 * y + x, within(1e-4));
                }
            }
        }
    }

    @Test
    void beyond_the_middle_of_the_outermost_pixels_a_resized_image_is_as_they_are() {
        assertThat(pixels(view(8, 12, 0, 0, false), 1)[0]).isEqualTo(100);
        assertThat(pixels(view(8, 12, 4, 6, false), 1)[23]).isEqualTo(100 + 7 * 3 + 5);
    }

    @Test
    void whole_images_are_got_wrong_as_the_test_error_says() {
        assertThat(percent(examine(new TenCrops(List.of(1.2)), DATA), TenCrops.WHOLE))
                .isCloseTo(examine(new TopOneError(Split.TEST), DATA).number(TopOneError.ERROR), within(1e-9))
                .isBetween(10.0, 99.0);
    }

    @Test
    void at_scale_one_there_are_the_image_and_its_mirror_image() {
        LabelledImages test = DATA.test();
        MeanImage mean = DATA.training().mean();
        Dataset mirrored = new Dataset(
                DATA.description(),
                new View(DATA.training(), mean, 7, 7, 0, 0, true),
                new View(test, mean, 7, 7, 0, 0, true));

        Findings given = examine(new TenCrops(List.of(1.0)), DATA);
        Findings other = examine(new TenCrops(List.of(1.0)), mirrored);

        assertThat(other.column(TenCrops.CROPS)).isEqualTo(given.column(TenCrops.CROPS));
        assertThat(other.column(TenCrops.WHOLE)).isNotEqualTo(given.column(TenCrops.WHOLE));
    }

    @Test
    void scales_below_one_leave_no_crops() {
        assertThatThrownBy(() -> new TenCrops(List.of(1.0, 0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("crops need scales of 1 or more, not [1.0, 0.9]");
    }

    private static View view(int height, int width, int top, int left, boolean mirrored) {
        return new View(SLOPES, new MeanImage(new float[48]), height, width, top, left, mirrored);
    }

    private static float[] pixels(View view, int image) {
        float[] pixels = new float[48];
        view.fill(new int[] {image}, pixels, new int[1]);
        return pixels;
    }

    private static double percent(Findings findings, String column) {
        return 100
                * findings.column(column).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
    }

    private static Findings examine(Examination examination, Dataset data) {
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 8, 5, Augmentation.NONE);
        // It sees where in an image a pixel is, which a mean over the map would hide.
        Network network = new Network(
                "linear",
                DATA.description().image(),
                List.of(new Node("classifier", new Layer.FullyConnected(10), List.of(Network.INPUT))));
        Run run = new Run(network, DATA.description(), recipe, 3);
        return new Examiner(new Dl4jEngine()).examine(examination, List.of(Examiner.Subject.initial(run)), data);
    }
}
