package org.resnetclaims.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads an {@link Augmentation} as strictly as any record, but also those from before there was Mixup. */
final class AugmentationReader extends StdDeserializer<Augmentation> {

    private static final long serialVersionUID = 1;

    AugmentationReader() {
        super(Augmentation.class);
    }

    private record Unmixed(int padding, boolean horizontalFlip) {}

    private record Mixed(int padding, boolean horizontalFlip, double mixup) {}

    @Override
    public Augmentation deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var written = context.readTree(parser);
        if (written.has("mixup")) {
            Mixed mixed = context.readTreeAsValue(written, Mixed.class);
            return new Augmentation(mixed.padding, mixed.horizontalFlip, mixed.mixup);
        }
        Unmixed unmixed = context.readTreeAsValue(written, Unmixed.class);
        return new Augmentation(unmixed.padding, unmixed.horizontalFlip);
    }
}
