package org.resnetclaims.claims;

import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.claims.judging.SessionControls;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.laboratory.Laboratory;

/**
 * Under which conditions all claims of a session are judged.
 *
 * @param session the identity of the session, which the record of each claim names
 * @param data what networks are trained on
 * @param strict whether an inconclusive claim fails its test
 * @param costly whether claims are judged too that are declared to be costly
 * @param controls those that guard all trained claims at once
 */
public record Conditions(
        String session,
        Scale scale,
        DatasetDescription data,
        Seeds seeds,
        boolean strict,
        boolean costly,
        Laboratory laboratory,
        SessionControls controls) {}
