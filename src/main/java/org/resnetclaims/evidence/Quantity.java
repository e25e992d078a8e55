package org.resnetclaims.evidence;

/**
 * A number of the paper beside ours.
 *
 * @param paper    as printed there, or null where the paper gives none
 * @param measured ours
 */
public record Quantity(String name, String unit, String source, Double paper, double measured) {}
