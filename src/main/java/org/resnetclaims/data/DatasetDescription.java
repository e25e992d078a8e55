package org.resnetclaims.data;

import org.resnetclaims.network.Shape;

/**
 * What identifies a data set: its content, never its path.
 *
 * @param fingerprint SHA-256, in hex, of every pixel and label after reduction
 */
public record DatasetDescription(
        String name, Shape image, int classes, int trainingImages, int testImages, String fingerprint) {}
