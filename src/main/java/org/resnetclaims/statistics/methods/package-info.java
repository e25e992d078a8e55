/**
 * Tests, intervals, effect sizes and corrections for many tests: each a function of one or two samples of numbers. How
 * claims are decided with them is the matter of {@link org.resnetclaims.statistics}.
 */
package org.resnetclaims.statistics.methods;
