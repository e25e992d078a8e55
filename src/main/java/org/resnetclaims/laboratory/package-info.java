/** Where runs are trained: in parallel, longest first, none twice. */
package org.resnetclaims.laboratory;
