package table5;

import static org.resnetclaims.claims.ClaimAssertions.assertThat;

import java.util.List;
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

    // The paper has six networks of ImageNet. These four are trained for other claims anyway. Whether it matters that
    // they are of different depth is not tested: that would take as many of one depth, which nothing else trains. The
    // control checks the examination: the best of four that guess is better by chance than all together, so that it can
    // hardly fail.
    @Claim(
            id = "table5.ensemble-of-six",
            kind = Kind.EXAMINED,
            source = "Table 5",
            statement =
                    "Residual networks of different depth have a lower test error together than the best of them alone")
    void networks_are_better_together(Experiment experiment) {
        Arm resNet20 = experiment.train(CifarNetworks.residual(20));
        Arm[] others = {
            experiment.train(CifarNetworks.residual(56)),
            experiment.train(ImageNetNetworks.residual(18)),
            experiment.train(ImageNetNetworks.residual(34))
        };
        Observable.Company trained = experiment.company(Specimen.Stage.TRAINED, others);
        Observable.Company guessing = experiment.company(Specimen.Stage.INITIAL, others);
        experiment.controlBeforeTraining(
                "networks that guess, since they are not trained",
                List.of(together(guessing), best(guessing)),
                resNet20);

        assertThat(resNet20).on(together(trained)).isLowerThan(best(trained));
    }

    private static Observable together(Observable.Company others) {
        return Observable.ofMistakes("test error of the ensemble", new Ensemble(), Ensemble.TOGETHER, others);
    }

    private static Observable best(Observable.Company others) {
        return Observable.ofMistakes("test error of the best of its networks", new Ensemble(), Ensemble.BEST, others);
    }
}
