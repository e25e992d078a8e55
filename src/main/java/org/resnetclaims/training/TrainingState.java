package org.resnetclaims.training;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;

/**
 * All that a training needs to go on as if it had never stopped. Batches are functions of seed and iteration, so there
 * is no random generator to keep.
 *
 * @param iteration batches trained so far
 * @param warm whether the warm-up of the recipe is over
 * @param wrong wrong predictions on {@code seen} training images since the last point of the curve
 * @param wrongInWindow wrong predictions since the warm-up last looked
 * @param seconds of training so far
 */
record TrainingState(
        int iteration,
        boolean warm,
        int wrong,
        int seen,
        int wrongInWindow,
        double seconds,
        List<CurvePoint> curve,
        ModelState model) {

    private static final int HEAD = 6 * Integer.BYTES + Double.BYTES;
    private static final int CURVE_POINT = Integer.BYTES + 2 * Double.BYTES;

    byte[] bytes() {
        byte[] parameters = model.parameters().bytes();
        byte[] velocities = model.velocities().bytes();
        ByteBuffer bytes =
                ByteBuffer.allocate(HEAD + curve.size() * CURVE_POINT + parameters.length + velocities.length);
        bytes.putInt(iteration)
                .putInt(warm ? 1 : 0)
                .putInt(wrong)
                .putInt(seen)
                .putInt(wrongInWindow)
                .putDouble(seconds);
        bytes.putInt(curve.size());
        curve.forEach(point ->
                bytes.putInt(point.iteration()).putDouble(point.trainingError()).putDouble(point.testError()));
        return bytes.put(parameters).put(velocities).array();
    }

    /** Empty for bytes that are not a state of such a network, so that the run begins anew. */
    static Optional<TrainingState> of(Network network, byte[] state) {
        List<Parameter> parameters = network.parameters();
        List<Parameter> moving = parameters.stream()
                .filter(parameter -> parameter.role().hasGradient())
                .toList();
        ByteBuffer bytes = ByteBuffer.wrap(state);
        if (state.length < HEAD) {
            return Optional.empty();
        }
        int iteration = bytes.getInt();
        boolean warm = bytes.getInt() == 1;
        int wrong = bytes.getInt();
        int seen = bytes.getInt();
        int wrongInWindow = bytes.getInt();
        double seconds = bytes.getDouble();
        int points = bytes.getInt();
        if (points < 0 || state.length != HEAD + (long) points * CURVE_POINT + length(parameters) + length(moving)) {
            return Optional.empty();
        }
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            curve.add(new CurvePoint(bytes.getInt(), bytes.getDouble(), bytes.getDouble()));
        }
        ModelState model = new ModelState(read(parameters, bytes), read(moving, bytes));
        return Optional.of(new TrainingState(iteration, warm, wrong, seen, wrongInWindow, seconds, curve, model));
    }

    private static StateDict read(List<Parameter> parameters, ByteBuffer from) {
        byte[] content = new byte[Math.toIntExact(length(parameters))];
        from.get(content);
        return StateDict.of(parameters, content);
    }

    private static long length(List<Parameter> parameters) {
        return parameters.stream().mapToLong(Parameter::size).sum() * Float.BYTES;
    }
}
