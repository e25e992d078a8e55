package org.resnetclaims.data.readers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.ImageSize;
import org.resnetclaims.network.Shape;

/**
 * Images in {@code train/<class>/} and {@code test/<class>/}. Classes are numbered in the order of their names. The
 * images have one channel if all of them are gray, else three.
 */
final class ImageFolder implements DatasetReader {

    private static final Pattern IMAGE = Pattern.compile("(?i).+\\.(png|jpe?g)");

    @Override
    public HeapDataset read(Path directory, Consumer<String> notes) {
        FolderContents contents = new FolderContents();
        Path train = directory.resolve("train");
        Path test = directory.resolve("test");
        List<String> classes = classes(train, contents);
        List<String> testClasses = classes(test, contents);
        if (!classes.equals(testClasses)) {
            throw new DataException("%s has the classes %s but %s has %s: give both the same class folders"
                    .formatted(train, classes, test, testClasses));
        }
        List<Labelled> trainingFiles = files(train, classes, contents);
        List<Labelled> testFiles = files(test, classes, contents);
        contents.skipped().ifPresent(notes);
        ImageSize size = new ImageFile(trainingFiles.get(0).file()).size();
        HeapImages training = decode(train, trainingFiles, size);
        HeapImages testing = decode(test, testFiles, size);
        if (isGray(training) && isGray(testing)) {
            return new HeapDataset("image-folder", classes.size(), firstChannel(training), firstChannel(testing));
        }
        return new HeapDataset("image-folder", classes.size(), training, testing);
    }

    /** Any images may be called an image folder. */
    @Override
    public boolean isGenuine(HeapDataset dataset, Path directory, Map<String, String> sums) {
        return true;
    }

    private record Labelled(Path file, int label) {}

    private static List<String> classes(Path part, FolderContents contents) {
        List<Path> folders = contents.of(part);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new DataException("%s is not the folder of a class: remove it".formatted(folder));
            }
        }
        if (folders.size() < 2) {
            throw new DataException("%s needs at least 2 class folders but has %d: give each class a folder of its own"
                    .formatted(part, folders.size()));
        }
        return folders.stream().map(folder -> folder.getFileName().toString()).toList();
    }

    private static List<Labelled> files(Path part, List<String> classes, FolderContents contents) {
        List<Labelled> files = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Path folder = part.resolve(classes.get(label));
            List<Path> images = contents.of(folder);
            if (images.isEmpty()) {
                throw new DataException("%s holds no images: add some or remove the class".formatted(folder));
            }
            for (Path image : images) {
                if (!IMAGE.matcher(image.getFileName().toString()).matches() || !Files.isRegularFile(image)) {
                    throw new DataException(
                            "%s is not a file named *.png, *.jpg or *.jpeg: convert or remove it".formatted(image));
                }
                files.add(new Labelled(image, label));
            }
        }
        return files;
    }

    private static HeapImages decode(Path part, List<Labelled> files, ImageSize size) {
        Shape shape = new Shape(3, size.height(), size.width());
        byte[] pixels = new byte[Limits.bytes(part, files.size(), shape.size())];
        int offset = 0;
        for (Labelled labelled : files) {
            new ImageFile(labelled.file()).decode(size, pixels, offset);
            offset += (int) shape.size();
        }
        return new HeapImages(
                shape, pixels, files.stream().mapToInt(Labelled::label).toArray());
    }

    private static boolean isGray(HeapImages images) {
        byte[] pixels = images.pixels();
        int image = (int) images.shape().size();
        int area = image / 3;
        for (int start = 0; start < pixels.length; start += image) {
            for (int channel = 1; channel < 3; channel++) {
                int other = start + channel * area;
                if (!Arrays.equals(pixels, start, start + area, pixels, other, other + area)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static HeapImages firstChannel(HeapImages images) {
        Shape shape = new Shape(1, images.shape().height(), images.shape().width());
        int area = (int) shape.size();
        byte[] pixels = new byte[images.size() * area];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.pixels(), 3 * i * area, pixels, i * area, area);
        }
        return new HeapImages(shape, pixels, images.labels());
    }
}
