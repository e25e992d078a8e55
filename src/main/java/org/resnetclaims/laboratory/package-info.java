/**
 * Where runs are trained and networks are examined: in parallel, longest first, none twice. What comes of it is kept in
 * an archive.
 */
package org.resnetclaims.laboratory;
