/**
 * How a claim is judged: the runs of its arms, the comparison that it makes of them, its negative control and those of
 * the whole session, and the verdict that follows. The statistics themselves are in
 * {@link org.resnetclaims.statistics}.
 *
 * <p>Begin with {@link org.resnetclaims.claims.judging.Trial}, the course of one claim, and
 * {@link org.resnetclaims.claims.judging.Comparison}, of which there is one kind for each kind of statistical
 * assertion.
 */
package org.resnetclaims.claims.judging;
