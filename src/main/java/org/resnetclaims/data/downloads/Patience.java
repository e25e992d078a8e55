package org.resnetclaims.data.downloads;

import java.time.Duration;

/**
 * How long to wait for servers. With {@link #USUAL} and no network at all, a download fails well within a minute.
 *
 * @param connecting to a server
 * @param silence how long a server may send nothing
 * @param firstPause after every mirror has failed; each further pause is twice as long
 * @param rounds how often all mirrors are tried without getting noticeably further
 */
record Patience(Duration connecting, Duration silence, Duration firstPause, int rounds) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(1), 4);

    void pause(int round) throws InterruptedException {
        Thread.sleep(firstPause.multipliedBy(1L << round).toMillis());
    }
}
