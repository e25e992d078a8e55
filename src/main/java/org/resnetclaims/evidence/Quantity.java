package org.resnetclaims.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of the paper, or one derived from its description, beside ours.
 *
 * @param source where the paper prints it, or describes what it is derived from
 * @param origin null where {@code printed} is
 * @param printed with the digits that the paper prints, such as {@code 7.40}, or to which it was derived; null where
 *     there is no such number
 * @param measured ours
 * @param mismatch why ours cannot be compared with the paper's, in words; null where it can
 */
public record Quantity(
        String name,
        String unit,
        String source,
        @Nullable Origin origin,
        @Nullable String printed,
        double measured,
        @Nullable String mismatch) {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    public Quantity {
        Objects.requireNonNull(name, "a number has no name");
        Objects.requireNonNull(unit, "a number has no unit");
        Objects.requireNonNull(source, "a number has no source");
        if ((origin == null) != (printed == null)) {
            throw new IllegalArgumentException("a number has both digits and an origin, or neither");
        }
        if (printed != null && !DIGITS.matcher(printed).matches()) {
            throw new IllegalArgumentException("\"" + printed + "\" is not a decimal number");
        }
    }

    /** The number in {@code printed}; null where there is none. */
    public @Nullable Double paper() {
        return printed == null ? null : Double.valueOf(printed);
    }

    /** By how much ours is off the other, in % of the other; null where there is none, or they cannot be compared. */
    public @Nullable Double deviationPercent() {
        Double theirs = paper();
        return theirs == null || theirs == 0 || mismatch != null ? null : 100 * (measured - theirs) / Math.abs(theirs);
    }

    /**
     * By how much ours is off the other, in units of its last digit; null where there is none, or they cannot be
     * compared.
     */
    public @Nullable Double deviationInLastDigits() {
        if (printed == null || mismatch != null || !Double.isFinite(measured)) {
            return null;
        }
        BigDecimal theirs = new BigDecimal(printed);
        return BigDecimal.valueOf(measured)
                .subtract(theirs)
                .movePointRight(theirs.scale())
                .doubleValue();
    }

    /** Ours beside the other, such as {@code ResNet-50 is 3.86, 3.8 in the paper}. */
    String inWords() {
        String beside = printed == null
                ? ""
                : ", " + printed + (origin == Origin.PRINTED ? " in the paper" : " derived from its description");
        return "%s is %s%s"
                .formatted(
                        name, BigDecimal.valueOf(measured).stripTrailingZeros().toPlainString(), beside);
    }

    /**
     * Whether ours, rounded (half up) or truncated to as many decimals as are printed, is the number printed: papers do
     * either, and seldom say which. False where nothing is printed, or ours is not finite.
     */
    public boolean agrees() {
        if (printed == null || !Double.isFinite(measured)) {
            return false;
        }
        BigDecimal theirs = new BigDecimal(printed);
        BigDecimal ours = BigDecimal.valueOf(measured);
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
                .anyMatch(mode -> ours.setScale(theirs.scale(), mode).compareTo(theirs) == 0);
    }
}
