package org.resnetclaims;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Ways to damage bytes: those of broken disks and cut transfers, and those of somebody who knows the formats. */
enum Mutation {
    FLIP {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            byte[] result = bytes.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return result;
        }
    },
    TRUNCATE {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    INSERT {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            byte[] noise = new byte[1 + random.nextInt(64)];
            random.nextBytes(noise);
            int at = random.nextInt(bytes.length + 1);
            return splice(bytes, at, noise, at);
        }
    },
    REMOVE {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            int from = random.nextInt(bytes.length);
            return splice(bytes, from, new byte[0], Math.min(bytes.length, from + 1 + random.nextInt(64)));
        }
    },
    SWAP {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            byte[] result = bytes.clone();
            int length = 1 + random.nextInt(Math.min(16, bytes.length));
            int a = random.nextInt(bytes.length - length + 1);
            int b = random.nextInt(bytes.length - length + 1);
            System.arraycopy(bytes, a, result, b, length);
            System.arraycopy(bytes, b, result, a, length);
            return result;
        }
    },
    COUNT {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            byte[] number = ByteBuffer.allocate(Integer.BYTES)
                    .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                    .putInt(COUNTS[random.nextInt(COUNTS.length)])
                    .array();
            return overwrite(bytes, nearTheStart(bytes, random), number);
        }
    },
    HEADER {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            return overwrite(bytes, 0, HexFormat.of().parseHex(HEADERS[random.nextInt(HEADERS.length)]));
        }
    },
    REPEAT {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            int from = random.nextInt(bytes.length);
            byte[] piece = Arrays.copyOfRange(bytes, from, from + 1 + random.nextInt(bytes.length - from));
            int at = random.nextInt(bytes.length + 1);
            return splice(bytes, at, piece, at);
        }
    },
    TOKEN {
        @Override
        byte[] apply(byte[] bytes, Random random) {
            byte[] token = TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(bytes.length + 1);
            return splice(bytes, at, token, Math.min(bytes.length, at + random.nextInt(8)));
        }
    };

    private static final int[] COUNTS = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 4096, 4097, 0x00ffffff};

    /** PNG, JPEG, gzip, IDX of images, IDX of labels, IDX of floats, GIF, BMP, ZIP. */
    private static final String[] HEADERS = {
        "89504e470d0a1a0a",
        "ffd8ffe0",
        "1f8b0800",
        "00000803",
        "00000801",
        "00000d03",
        "474946383961",
        "424d",
        "504b0304"
    };

    private static final String[] TOKENS = {
        "null",
        "NaN",
        "1e999",
        "-1",
        "99999999999999999999",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\n",
        "\r",
        "\u0000",
        "\u2028",
        "../",
        "/",
        "%s",
        "${",
        "\ufeff",
        "true",
        "\\u0000",
        "[".repeat(5000),
        "9".repeat(5000),
        "\ud83d\ude00"
    };

    abstract byte[] apply(byte[] bytes, Random random);

    private static int nearTheStart(byte[] bytes, Random random) {
        return random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
    }

    private static byte[] overwrite(byte[] bytes, int at, byte[] by) {
        return splice(bytes, at, by, Math.min(bytes.length, at + by.length));
    }

    private static byte[] splice(byte[] bytes, int to, byte[] middle, int from) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, to);
        result.writeBytes(middle);
        result.write(bytes, from, bytes.length - from);
        return result.toByteArray();
    }
}
