package org.resnetclaims.dl4j;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resnetclaims.training.CurvePoint;

/**
 * All that a session needs to go on as if it had never stopped. Batches are functions of seed and iteration, so there
 * is no random generator to keep.
 *
 * @param iteration batches trained so far
 * @param wrong wrong predictions since the last point of the curve, on {@code seen} training images
 * @param seconds of training so far
 * @param parameters of the graph, the running statistics of its normalisations included
 * @param velocity of the optimiser, one for each parameter
 */
record TrainingState(
        int iteration,
        int wrong,
        int seen,
        double seconds,
        List<CurvePoint> curve,
        float[] parameters,
        float[] velocity) {

    private static final int HEAD = 5 * Integer.BYTES + Double.BYTES;
    private static final int CURVE_POINT = Integer.BYTES + 2 * Double.BYTES;

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(
                HEAD + curve.size() * CURVE_POINT + (parameters.length + velocity.length) * Float.BYTES);
        bytes.putInt(iteration).putInt(wrong).putInt(seen).putDouble(seconds);
        bytes.putInt(curve.size()).putInt(parameters.length);
        curve.forEach(point ->
                bytes.putInt(point.iteration()).putDouble(point.trainingError()).putDouble(point.testError()));
        bytes.asFloatBuffer().put(parameters).put(velocity);
        return bytes.array();
    }

    /** Empty for bytes that are not a state, so that the run begins anew. */
    static Optional<TrainingState> of(byte[] state) {
        ByteBuffer bytes = ByteBuffer.wrap(state);
        if (state.length < HEAD) {
            return Optional.empty();
        }
        int iteration = bytes.getInt();
        int wrong = bytes.getInt();
        int seen = bytes.getInt();
        double seconds = bytes.getDouble();
        int points = bytes.getInt();
        int count = bytes.getInt();
        if (points < 0 || count < 0 || state.length != HEAD + (long) points * CURVE_POINT + 2L * count * Float.BYTES) {
            return Optional.empty();
        }
        float[] parameters = new float[count];
        float[] velocity = new float[parameters.length];
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            curve.add(new CurvePoint(bytes.getInt(), bytes.getDouble(), bytes.getDouble()));
        }
        bytes.asFloatBuffer().get(parameters).get(velocity);
        return Optional.of(new TrainingState(iteration, wrong, seen, seconds, curve, parameters, velocity));
    }
}
