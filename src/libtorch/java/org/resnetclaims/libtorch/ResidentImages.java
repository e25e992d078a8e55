package org.resnetclaims.libtorch;

import java.util.HashMap;
import java.util.Map;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;

/**
 * The sets of images on a device, each there once, for all models. One that no model uses any longer stays until
 * another one comes, since the next run mostly asks for it again.
 */
final class ResidentImages {

    private record Key(LabelledImages images, MeanImage mean) {}

    private static final class Entry {

        private final DeviceImages images;
        private int users;

        private Entry(DeviceImages images) {
            this.images = images;
        }
    }

    private final TorchDevice device;
    private final Map<Key, Entry> entries = new HashMap<>();

    ResidentImages(TorchDevice device) {
        this.device = device;
    }

    /** The set of a batch, for one more user. */
    synchronized Loan borrow(Batch batch) {
        Key key = new Key(batch.images(), batch.mean());
        Entry entry = entries.get(key);
        if (entry == null) {
            freeUnused();
            entry = new Entry(new DeviceImages(batch.images(), batch.mean(), device));
            // Others read it in lanes of their own.
            device.synchronize();
            entries.put(key, entry);
        }
        entry.users++;
        return new Loan(key, entry);
    }

    private void freeUnused() {
        entries.values().removeIf(entry -> {
            if (entry.users == 0) {
                entry.images.close();
            }
            return entry.users == 0;
        });
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
    }

    /** A set in use. */
    final class Loan implements AutoCloseable {

        private final Key key;
        private final Entry entry;

        private Loan(Key key, Entry entry) {
            this.key = key;
            this.entry = entry;
        }

        DeviceImages images() {
            return entry.images;
        }

        /** Whether it is the set of this batch. */
        boolean serves(Batch batch) {
            return key.images.equals(batch.images()) && key.mean.equals(batch.mean());
        }

        @Override
        public void close() {
            giveBack(entry);
        }
    }
}
