/**
 * How claims are decided: samples, tests, intervals, effect sizes, sequential plans and verdicts, as functions of plain
 * numbers. {@code results/method.md} describes and justifies them.
 */
package org.resnetclaims.statistics;
