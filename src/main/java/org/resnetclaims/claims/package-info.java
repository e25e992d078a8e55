/**
 * What a claim is written with. A claim is a JUnit test annotated with {@link org.resnetclaims.claims.Claim}; it trains
 * {@linkplain org.resnetclaims.claims.Arm arms} through its {@linkplain org.resnetclaims.claims.Experiment experiment}
 * and asserts on them with {@link org.resnetclaims.claims.ClaimAssertions}.
 *
 * <p>A claim is judged by {@link org.resnetclaims.claims.judging}, which knows nothing of this room. Who starts the
 * claims implements {@link org.resnetclaims.claims.ClaimSession}, as {@link org.resnetclaims.claims.session} does.
 */
package org.resnetclaims.claims;
