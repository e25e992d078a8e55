package org.resnetclaims.data.readers;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a PNG or JPEG file says of its image that Java's decoders do not pass on. */
final class ImageMetadata {

    private static final int CMYK_COMPONENTS = 4;

    private final Metadata metadata;

    private ImageMetadata(Metadata metadata) {
        this.metadata = metadata;
    }

    static ImageMetadata ofJpeg(InputStream in) throws IOException, ImageProcessingException {
        return new ImageMetadata(JpegMetadataReader.readMetadata(in, List.of(new ExifReader(), new JpegReader())));
    }

    static ImageMetadata ofPng(InputStream in) throws IOException, ImageProcessingException {
        Metadata metadata = new Metadata();
        for (PngChunk chunk : new PngChunkReader().extract(new StreamReader(in), Set.of(PngChunkType.eXIf))) {
            new ExifReader().extract(new ByteArrayReader(chunk.getBytes()), metadata);
        }
        return new ImageMetadata(metadata);
    }

    Orientation orientation() {
        return Orientation.of(value(ExifIFD0Directory.class, ExifIFD0Directory.TAG_ORIENTATION));
    }

    /** Whether these are four inks (CMYK, or YCCK) instead of gray or three colours. */
    boolean isCmyk() {
        return value(JpegDirectory.class, JpegDirectory.TAG_NUMBER_OF_COMPONENTS) == CMYK_COMPONENTS;
    }

    /** 0 if there is none. */
    private int value(Class<? extends Directory> directory, int tag) {
        return metadata.getDirectoriesOfType(directory).stream()
                .map(found -> found.getInteger(tag))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
    }
}
