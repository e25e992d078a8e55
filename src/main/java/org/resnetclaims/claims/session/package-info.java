/**
 * One start of the suite. {@linkplain org.resnetclaims.claims.session.Settings Settings} name a
 * {@linkplain org.resnetclaims.claims.session.Workplace workplace}, that is data and an engine; the first claim that
 * starts opens a session there, in which all claims share a laboratory and a results folder, and which ends with the
 * last of them, or when the JVM is told to end. {@link org.resnetclaims.claims.session.SessionCheck} then fails the
 * build for what no test of a single claim can see.
 */
package org.resnetclaims.claims.session;
