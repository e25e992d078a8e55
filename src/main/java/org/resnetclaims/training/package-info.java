/**
 * What is trained and measured: recipes, runs, the one training loop with its evaluation and initial weights, and
 * examinations. All of it works on a {@link org.resnetclaims.training.Model}, which an
 * {@link org.resnetclaims.training.Engine} provides; nothing here knows a framework.
 */
package org.resnetclaims.training;
