package org.resnetclaims.evidence;

/** What a claim rests on, from the most that a verdict can say to the least. */
public enum Kind {
    /** Networks are trained, and their errors compared. */
    TRAINED,
    /** Trained networks are looked into. */
    EXAMINED,
    /** Networks are looked into as they are before training. */
    INITIAL,
    /** Nothing is trained: sizes and costs follow from the description of the networks. */
    ARITHMETIC
}
