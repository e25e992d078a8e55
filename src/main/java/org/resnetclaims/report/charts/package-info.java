/**
 * Charts of what was measured, drawn with XChart, and written as SVG that takes on the colours of the page around it.
 */
package org.resnetclaims.report.charts;
