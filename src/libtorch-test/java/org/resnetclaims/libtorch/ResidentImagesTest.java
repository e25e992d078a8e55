package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.ComputedImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.network.Shape;

/** A set is copied to the device once, however many runs train on it. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class ResidentImagesTest {

    private final ResidentImages resident = new ResidentImages(TorchDevice.CPU);
    private final Batch batch = of(new ComputedImages(new Shape(1, 4, 4), 8, 2));
    private final Batch other = of(new ComputedImages(new Shape(1, 4, 4), 9, 2));

    @Test
    void all_who_ask_for_a_set_share_it() {
        try (ResidentImages.Loan one = resident.borrow(batch);
                ResidentImages.Loan two = resident.borrow(batch);
                ResidentImages.Loan third = resident.borrow(other)) {
            assertThat(two.images()).isSameAs(one.images());
            assertThat(third.images()).isNotSameAs(one.images());
            assertThat(one.serves(batch)).isTrue();
            assertThat(one.serves(other)).isFalse();
        }
    }

    @Test
    void a_set_that_nobody_uses_stays_until_another_one_comes() {
        DeviceImages first;
        try (ResidentImages.Loan loan = resident.borrow(batch)) {
            first = loan.images();
        }
        try (ResidentImages.Loan again = resident.borrow(batch)) {
            assertThat(again.images()).isSameAs(first);
            resident.borrow(other).close();
            assertThat(resident.borrow(batch).images()).isSameAs(first);
        }
        resident.borrow(batch).close();
    }

    @Test
    void a_set_that_was_freed_is_copied_anew() {
        DeviceImages first;
        try (ResidentImages.Loan loan = resident.borrow(batch)) {
            first = loan.images();
        }
        resident.borrow(other).close();
        assertThat(resident.borrow(batch).images()).isNotSameAs(first);
    }

    private static Batch of(ComputedImages images) {
        MeanImage mean = images.mean();
        return Batch.unchanged(images, mean, new int[] {0});
    }
}
