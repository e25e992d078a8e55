package table5;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import org.resnetclaims.claims.Arm;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.Experiment;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.examinations.Ensemble;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.training.Specimen;

/** Table 5: models of different depth, together. */
class Ensembles {

    // The paper has six networks of ImageNet. These four are trained for other claims anyway.
    @Claim(
            id = "table5.ensemble-of-six",
            kind = Kind.EXAMINED,
            source = "Table 5",
            statement =
                    "Residual networks of different depth have a lower test error together than the best of them alone")
    void networks_are_better_together(Experiment experiment) {
        Arm resNet20 = experiment.train(CifarNetworks.residual(20));
        Observable.Company others = experiment.company(
                Specimen.Stage.TRAINED,
                experiment.train(CifarNetworks.residual(56)),
                experiment.train(ImageNetNetworks.residual(18)),
                experiment.train(ImageNetNetworks.residual(34)));

        assertThat(resNet20)
                .on(Observable.ofMistakes("test error of the ensemble", new Ensemble(), Ensemble.TOGETHER, others))
                .isLowerThan(Observable.ofMistakes(
                        "test error of the best of its networks", new Ensemble(), Ensemble.BEST, others));
    }
}
