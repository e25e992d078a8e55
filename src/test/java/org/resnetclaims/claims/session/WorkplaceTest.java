package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.Recipes;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Run;

class WorkplaceTest {

    @TempDir
    private Path images;

    @Test
    void images_too_small_for_the_networks_are_refused() throws IOException {
        writeImages(30, 8);

        assertThatThrownBy(this::workplace)
                .isInstanceOf(DataException.class)
                .hasMessage("The images of image-folder have 15x4 pixels at scale quick, too few for the networks:"
                        + " they must have 5 a side or more, so choose a larger scale or larger images");
    }

    @Test
    void the_smallest_images_that_are_allowed_can_be_trained_on() throws IOException {
        writeImages(9, 9);
        Workplace workplace = workplace();
        Run run = new Run(
                ImageNetNetworks.residual(18)
                        .build(workplace.data().description().image(), Scale.QUICK_WIDTH, 2),
                workplace.data().description(),
                Recipes.sgd(0.01, 2, 1, List.of(), Augmentation.NONE),
                1);

        assertThat(workplace.inWords()).contains("(2 training and 2 test images of 5x5 pixels)");
        assertThat(workplace
                        .executor()
                        .train(run, Checkpoints.NONE, progress -> {})
                        .outcome()
                        .diverged())
                .isFalse();
    }

    @Test
    void an_engine_that_is_not_there_is_refused() {
        Properties properties = new Properties();
        properties.setProperty("engine", "libtroch");
        assertThatThrownBy(() -> Workplace.of(Settings.from(properties)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageMatching(
                        "There is no engine \"libtroch\" here but deeplearning4j(, libtorch)?: set -Dengine to"
                                + " one of these, or bring libtorch with the profile -Plibtorch, or -Plibtorch-cuda on an NVIDIA GPU");
    }

    private Workplace workplace() {
        Properties properties = new Properties();
        properties.setProperty("dataset", "image-folder");
        properties.setProperty("dataset.dir", images.toString());
        return Workplace.of(Settings.from(properties));
    }

    private void writeImages(int width, int height) throws IOException {
        for (String folder : List.of("train/cat", "train/dog", "test/cat", "test/dog")) {
            File file = Files.createDirectories(images.resolve(folder))
                    .resolve("a.png")
                    .toFile();
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, folder.hashCode());
            ImageIO.write(image, "png", file);
        }
    }
}
