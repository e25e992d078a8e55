/**
 * The face of a claim: what a claim is written with, what judges it, and what it leaves behind. A claim is a JUnit test
 * that trains {@linkplain org.resnetclaims.claims.Arm arms} through its {@linkplain org.resnetclaims.claims.Experiment
 * experiment} and asserts on them with {@link org.resnetclaims.claims.ClaimAssertions}.
 */
package org.resnetclaims.claims;
