package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.ComputedImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.Shift;
import org.resnetclaims.network.Shape;

/** What is gathered on a device is what a batch fills in, to the bit. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class DeviceImagesTest {

    /** Neither side like the other, and more images than are copied at once. */
    private static final ComputedImages IMAGES = new ComputedImages(new Shape(3, 5, 7), 1100, 4);

    private static final MeanImage MEAN = IMAGES.mean();

    @Test
    void batches_as_they_train_are_gathered_as_they_are_filled_in() {
        for (Augmentation augmentation : List.of(Augmentation.NONE, new Augmentation(2, true))) {
            Batches batches = new Batches(IMAGES, MEAN, augmentation, 64, 3);
            try (DeviceImages device = new DeviceImages(IMAGES, MEAN, TorchDevice.CPU)) {
                for (int iteration = 0; iteration < 20; iteration++) {
                    assertGathered(device, batches.at(iteration));
                }
            }
        }
    }

    @Test
    void every_shift_is_gathered_as_it_is_filled_in_also_one_that_leaves_nothing_of_the_image() {
        List<Shift> shifts = new ArrayList<>();
        for (int down = -7; down <= 7; down++) {
            for (int right = -9; right <= 9; right++) {
                shifts.add(new Shift(down, right, false));
                shifts.add(new Shift(down, right, true));
            }
        }
        int[] indices =
                new SplittableRandom(1).ints(shifts.size(), 0, IMAGES.size()).toArray();
        // At both ends of the set a shifted image would show its neighbour, if that were not prevented.
        indices[0] = 0;
        indices[shifts.size() - 1] = IMAGES.size() - 1;
        try (DeviceImages device = new DeviceImages(IMAGES, MEAN, TorchDevice.CPU)) {
            assertGathered(device, new Batch(IMAGES, MEAN, indices, shifts));
        }
    }

    private static void assertGathered(DeviceImages device, Batch batch) {
        float[] pixels = new float[Math.toIntExact(batch.size() * IMAGES.shape().size())];
        int[] labels = new int[batch.size()];
        batch.fill(pixels, labels);
        try (PointerScope scope = new PointerScope()) {
            Tensor places = TorchDevice.CPU.longs(device.places(batch), DeviceImages.NUMBERS, batch.size());
            assertThat(TorchDevice.read(device.pixels(places))).isEqualTo(pixels);
            int[] gathered = new int[batch.size()];
            for (int i = 0; i < gathered.length; i++) {
                gathered[i] = (int) device.labels(places).data_ptr_long().get(i);
            }
            assertThat(gathered).isEqualTo(labels);
        }
    }
}
