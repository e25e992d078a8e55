/**
 * What claims leave on disk: records of all that was measured and decided, and the means to check them against
 * themselves. Reports are drawn from these alone.
 */
package org.resnetclaims.evidence;
