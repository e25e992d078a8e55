package org.resnetclaims.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The NVIDIA driver of this machine, as {@code nvidia-smi} describes it, which comes with every driver. Native
 * libraries are not asked: some end the process on a GPU for which they hold no code.
 *
 * @param cuda the newest CUDA that the driver serves, such as 13.0; empty where it does not say
 * @param gpus at least one
 */
public record NvidiaDriver(OptionalDouble cuda, List<Gpu> gpus) {

    private static final String QUERY = "--query-gpu=name,compute_cap,memory.total,memory.free";
    private static final Pattern GPU = Pattern.compile("(.+), *([0-9]+\\.[0-9]+), *([^,]+), *([^,]+)");
    private static final Pattern CUDA = Pattern.compile("CUDA Version *: *([0-9]+\\.[0-9]+)");
    private static final Pattern IDENTITIES = Pattern.compile("([0-9]+|GPU-[0-9a-f-]+)(,([0-9]+|GPU-[0-9a-f-]+))*");
    private static final long SECONDS = 30;

    public NvidiaDriver {
        gpus = List.copyOf(gpus);
    }

    /**
     * Looks the driver up.
     *
     * @throws NoGpuException if there is no driver, it does not work, or it has no GPU for this process
     */
    public static NvidiaDriver find() throws NoGpuException {
        return find("nvidia-smi", Optional.ofNullable(System.getenv("CUDA_VISIBLE_DEVICES")));
    }

    /** @param visible the GPUs that CUDA confines this process to; empty, or of another form, for all */
    static NvidiaDriver find(String command, Optional<String> visible) throws NoGpuException {
        if (visible.filter(ids -> ids.isBlank() || ids.startsWith("-")).isPresent()) {
            throw new NoGpuException("Found CUDA_VISIBLE_DEVICES=%s, which hides all GPUs".formatted(visible.get()));
        }
        List<String> query = new ArrayList<>(List.of(command, QUERY, "--format=csv,noheader,nounits"));
        visible.filter(ids -> IDENTITIES.matcher(ids).matches()).ifPresent(ids -> query.add("--id=" + ids));
        return new NvidiaDriver(cuda(output(List.of(command))), gpus(output(query)));
    }

    /** @param answer lines such as {@code NVIDIA A100-SXM4-40GB, 8.0, 40960, 40337} */
    static List<Gpu> gpus(String answer) throws NoGpuException {
        List<Gpu> gpus = answer.lines()
                .map(String::strip)
                .map(GPU::matcher)
                .filter(Matcher::matches)
                .map(line -> new Gpu(
                        line.group(1),
                        Double.parseDouble(line.group(2)),
                        mebibytes(line.group(3)),
                        mebibytes(line.group(4))))
                .toList();
        if (gpus.isEmpty()) {
            throw new NoGpuException("Found no NVIDIA GPU (nvidia-smi says: '%s')".formatted(firstLine(answer)));
        }
        return gpus;
    }

    /** @param overview what {@code nvidia-smi} prints when it is asked nothing */
    static OptionalDouble cuda(String overview) {
        Matcher version = CUDA.matcher(overview);
        return version.find() ? OptionalDouble.of(Double.parseDouble(version.group(1))) : OptionalDouble.empty();
    }

    /** A driver may have no number here, as for a part of a GPU or one that shares the memory of the machine. */
    private static long mebibytes(String number) {
        return number.matches("[0-9]+") ? Long.parseLong(number) : Gpu.UNKNOWN;
    }

    private static String output(List<String> command) throws NoGpuException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            // First waits and then reads, since a driver that hangs never ends its output; a pipe holds all of it.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NoGpuException("Found an NVIDIA driver that does not answer (nvidia-smi)");
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new NoGpuException(
                        "Found no working NVIDIA driver (nvidia-smi says: '%s')".formatted(firstLine(answer)));
            }
            return answer;
        } catch (IOException e) {
            throw new NoGpuException("Found no NVIDIA driver (there is no nvidia-smi)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoGpuException("Interrupted while looking for a GPU");
        }
    }

    private static String firstLine(String answer) {
        return answer.strip().lines().findFirst().orElse("");
    }
}
