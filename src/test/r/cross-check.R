# Judges 1,000 random cases by the rule of results/method.md, with nothing of the suite's own code: an independent
# computation for CrossCheckTest. Written for R 4.2.2 with mvtnorm 1.1-3 (Debian: r-base-core, r-cran-mvtnorm). Takes
# half a minute; run it from the repository root:
#
#     Rscript src/test/r/cross-check.R > src/test/resources/org/resnetclaims/statistics/cross-check.csv
#
# Where the suite integrates recursively, the boundaries and the p-value over all looks are multivariate normal
# probabilities here, by the algorithm of Miwa, Hayter and Kuriki (2003); more than 1,024 steps change no boundary by more
# than one part in 10^10.
# The t tests are R's own, on raw runs, or on stand-ins of the same mean where the spread is raised to the resolution.
#
# Left out: the gate on other images, a bootstrap on random numbers that no other program draws.

suppressPackageStartupMessages(library(mvtnorm))

CASES <- 1000
COARSE_CASES <- 40
SEED <- 20151210
RESERVE <- 0.75
FAILED_RUNS_LIMIT <- 1 / 3
ROUNDING <- 1e-11 # smaller differences of errors come from binary fractions

# ---- boundaries and p-values over all looks ----

spent <- function(rate, fraction) RESERVE * rate * (1 - exp(-2 * fraction)) / (1 - exp(-2))

# Probability that the standardised scores of the first looks all stay below z.
no_crossing <- function(fractions, z) {
  if (length(z) == 1) return(pnorm(z))
  f <- fractions[seq_along(z)]
  correlation <- outer(f, f, function(a, b) sqrt(pmin(a, b) / pmax(a, b)))
  as.numeric(pmvnorm(upper = z, corr = correlation, algorithm = Miwa(steps = 1024)))
}

plans <- new.env()

plan_of <- function(looks, rate) {
  key <- paste(c(rate, looks), collapse = " ")
  if (is.null(plans[[key]])) {
    fractions <- looks / max(looks)
    z <- qnorm(spent(rate, fractions[1]), lower.tail = FALSE)
    for (k in seq_along(looks)[-1]) {
      excess <- function(next_z) 1 - no_crossing(fractions, c(z, next_z)) - spent(rate, fractions[k])
      z <- c(z, uniroot(excess, c(0, 8), tol = 1e-14)$root)
    }
    plans[[key]] <- list(fractions = fractions, z = z, level = pnorm(z, lower.tail = FALSE))
  }
  plans[[key]]
}

# Stage-wise ordering: to stop at an earlier look, or to be at least as far at this one.
over_all_looks <- function(plan, k, p) {
  if (k == 1) return(min(1, p / RESERVE))
  if (p == 1) return(1)
  z <- c(plan$z[seq_len(k - 1)], qnorm(p, lower.tail = FALSE))
  min(1, (1 - no_crossing(plan$fractions, z)) / RESERVE)
}

# ---- one look: "second" is an arm, or a number ----

statement <- function(bound, side) list(bound = bound, side = side)

statements <- function(relation, margin) {
  switch(relation,
    HIGHER = list(statement(margin, "greater")),
    LOWER = list(statement(-margin, "less")),
    NOT_HIGHER = list(statement(margin, "less")),
    EQUIVALENT = list(statement(-margin, "greater"), statement(margin, "less")))
}

contrary <- function(s) statement(s$bound, if (s$side == "greater") "less" else "greater")

p_of_claim <- function(all, p) max(sapply(all, p))

p_of_contrary <- function(all, p) min(1, length(all) * min(sapply(lapply(all, contrary), p)))

is_constant <- function(runs) all(runs == runs[1])

# Runs of the same mean whose standard deviation is at least the resolution.
with_spread <- function(runs, resolution) {
  if (is_constant(runs) && resolution == 0 || sd(runs) >= resolution) return(runs)
  mean(runs) + resolution * as.numeric(scale(seq_along(runs)))
}

one_arm <- function(second) length(second) == 1

ways <- function(first, second) if (one_arm(second)) 2^length(first) else choose(2 * length(first), length(first))

difference <- function(first, second) {
  if (is_constant(first) && is_constant(second)) first[1] - second[1] else mean(first) - mean(second)
}

t_test <- function(first, second, s = statement(0, "two.sided"), level = 0.95) {
  if (one_arm(second)) {
    t.test(first, mu = second + s$bound, alternative = s$side, conf.level = level)
  } else {
    t.test(first, second, mu = s$bound, alternative = s$side, conf.level = level)
  }
}

p_by_t <- function(first, second, s) {
  if (!is_constant(first) || !is_constant(second)) return(t_test(first, second, s)$p.value)
  beyond <- difference(first, second) - s$bound
  if (s$side == "less") beyond <- -beyond
  if (beyond > ROUNDING) 1 / ways(first, second) else 1
}

interval_by_t <- function(first, second, level) {
  if (is_constant(first) && is_constant(second)) return(rep(difference(first, second), 2))
  as.numeric(t_test(first, second, level = level)$conf.int) - if (one_arm(second)) second else 0
}

shares <- list()
flips <- list()

# Exact: all ways to share the runs out over two arms, or to put them on either side of the number.
p_by_permutation <- function(first, second, s) {
  n <- length(first)
  sign <- if (s$side == "greater") 1 else -1
  first <- sign * (first - s$bound)
  second <- sign * second
  if (one_arm(second)) {
    if (n > length(flips) || is.null(flips[[n]])) flips[[n]] <<- as.matrix(expand.grid(rep(list(c(-1, 1)), n)))
    sums <- flips[[n]] %*% (first - second)
    least <- sum(first - second)
  } else {
    if (n > length(shares) || is.null(shares[[n]])) shares[[n]] <<- combn(2 * n, n)
    sums <- colSums(matrix(c(first, second)[shares[[n]]], nrow = n))
    least <- sum(first)
  }
  mean(sums >= least - 1e-9)
}

hedges_g <- function(first, second) {
  if (one_arm(second)) {
    freedom <- length(first) - 1
    standardiser <- sd(first)
  } else {
    freedom <- length(first) + length(second) - 2
    standardiser <- sqrt(((length(first) - 1) * var(first) + (length(second) - 1) * var(second)) / freedom)
  }
  if (is_constant(first) && is_constant(second)) standardiser <- 0
  gamma(freedom / 2) / (sqrt(freedom / 2) * gamma((freedom - 1) / 2)) * difference(first, second) / standardiser
}

superiority <- function(first, second) {
  other <- rep_len(second, length(first))
  as.numeric(wilcox.test(first, other, exact = FALSE)$statistic) / length(first)^2
}

# ---- the gates and the rule ----

failures_within_limit <- function(failed, n) {
  binom.test(failed, n, alternative = "less", conf.level = 0.95)$conf.int[2] <= FAILED_RUNS_LIMIT
}

judge <- function(case) {
  plan <- plan_of(case$looks, case$rate)
  all <- statements(case$relation, case$margin)
  likeness <- case$relation %in% c("NOT_HIGHER", "EQUIVALENT")
  obstacles <- character()
  nearest <- Inf
  for (k in seq_along(case$looks)) {
    n <- case$looks[k]
    level <- plan$level[k]
    raw_first <- case$first[1:n]
    raw_second <- if (is.null(case$number)) case$second[1:n] else case$number
    first <- with_spread(raw_first, case$resolution)
    second <- if (is.null(case$number)) with_spread(raw_second, case$resolution) else case$number
    by_t <- function(s) p_by_t(first, second, s)
    by_permutation <- function(s) p_by_permutation(raw_first, raw_second, s)
    attainable <- function(s) 1 / ways(first, second)
    coarse <- sd(raw_first) < case$resolution || is.null(case$number) && sd(raw_second) < case$resolution
    most_failed <- max(sum(case$first_failed[1:n]), sum(case$second_failed[1:n]))

    p_claim <- p_of_claim(all, by_t)
    p_contrary <- p_of_contrary(all, by_t)
    verdict <- if (p_claim <= level) "REPRODUCED" else if (p_contrary <= level) "REFUTED" else "INCONCLUSIVE"
    obstacle <- "NONE"
    p <- over_all_looks(plan, k, p_claim)
    if (verdict == "REPRODUCED" && likeness && !failures_within_limit(most_failed, n)) {
      obstacle <- "FAILED_RUNS"
      p <- max(p, pbinom(most_failed, n, FAILED_RUNS_LIMIT))
    } else if (verdict != "INCONCLUSIVE" && coarse) {
      of_verdict <- if (verdict == "REPRODUCED") p_of_claim else p_of_contrary
      if (of_verdict(all, attainable) <= level && of_verdict(all, by_permutation) > level) {
        obstacle <- "COARSE_ERRORS"
        if (verdict == "REPRODUCED") p <- max(p, over_all_looks(plan, k, p_of_claim(all, by_permutation)))
      }
    }
    obstacles <- c(obstacles, obstacle)
    nearest <- min(nearest, abs(c(p_claim, p_contrary) / level - 1))
    if (obstacle != "NONE") verdict <- "INCONCLUSIVE"
    if (verdict != "INCONCLUSIVE") break
  }
  interval <- interval_by_t(first, second, 1 - 2 * level)
  list(verdict = verdict, looks_used = k, obstacle = obstacle, p = p, lower = interval[1], upper = interval[2],
       g = hedges_g(first, second), superiority = superiority(raw_first, raw_second),
       obstacles = obstacles, nearest = nearest)
}

# ---- the cases ----

pick <- function(choices, weights = NULL) choices[[sample.int(length(choices), 1, prob = weights)]]

# Of mean 0 and standard deviation 1, or without spread.
shape <- function(n) {
  switch(pick(c("normal", "exponential", "mirrored", "lognormal", "t", "uniform", "peaks", "diverged", "constant"),
              c(8, 2, 1, 2, 2, 2, 2, 1, 2)),
    normal = rnorm(n),
    exponential = rexp(n) - 1,
    mirrored = 1 - rexp(n),
    lognormal = (rlnorm(n) - exp(0.5)) / sqrt((exp(1) - 1) * exp(1)),
    t = rt(n, 3) / sqrt(3),
    uniform = runif(n, -sqrt(3), sqrt(3)),
    peaks = sample(c(-1, 1), n, replace = TRUE),
    diverged = (rbinom(n, 1, 0.2) - 0.2) / 0.4 + rnorm(n, sd = 0.1),
    constant = rep(0, n))
}

errors <- function(mean, spread, n, resolution) {
  values <- pmin(100, pmax(0, mean + spread * shape(n)))
  if (resolution > 0) round(round(values / resolution) * resolution, 3) else round(values, 4)
}

draw <- function() {
  against_number <- runif(1) < 0.35
  relation <- pick(c("HIGHER", "LOWER", "NOT_HIGHER", "EQUIVALENT"), c(2, !against_number, 1.5, 2))
  likeness <- relation %in% c("NOT_HIGHER", "EQUIVALENT")
  margin <- if (likeness) pick(c(0.28, 0.5, 1, 2, 5)) else pick(c(0, 0.5, 1, 5), c(3, 1, 1, 1))
  rate <- pick(c(0.05, 0.01, 0.1), c(8, 1, 1))
  looks <- pick(
    list(c(3, 4, 5, 6, 8, 12), 3, 5, c(3, 4, 5), c(4, 6, 8), c(5, 8), c(3, 5, 6, 8), c(3, 6, 9, 12), c(8, 10), c(6, 10, 16)),
    c(12, rep(1, 8), 3))
  resolution <- if (max(looks) > 12) 0 else pick(c(0, 0.05, 0.2, 1), c(5, 2, 2, 2))

  # Spreads from far below a margin to above it, or about the resolution, and truths on all sides of the bounds.
  scale <- if (likeness) margin * 10^runif(1, -1.3, 0.3) else 10^runif(1, -1.5, 1)
  if (resolution > 0 && runif(1) < 0.6) scale <- resolution * runif(1, 0.2, 1.5)
  spreads <- scale * 10^c(0, if (runif(1) < 0.5) 0 else runif(1, -1, 1))
  truth <- pick(c(-margin, 0, margin)) + rnorm(1, sd = 3) * sqrt(sum(spreads^2) / if (against_number) 2 else 1)
  level <- if (runif(1) < 0.8) runif(1, 5, 60) else runif(1, 0, 3)
  failing <- if (runif(1) < 0.3) runif(1, 0.02, 0.4) else 0
  case_of(relation, margin, rate, looks, resolution, against_number, level, truth, spreads, failing)
}

# Where a permutation test may well say otherwise than t.
draw_coarse <- function(against_number) {
  relation <- pick(c("HIGHER", "NOT_HIGHER", "EQUIVALENT"))
  resolution <- pick(c(0.2, 1, 5))
  margin <- resolution * if (relation == "HIGHER") 0 else pick(c(2, 5))
  looks <- pick(list(c(3, 4, 5, 6, 8), c(4, 6, 8), c(5, 8), 8, 5, c(6, 10)))
  truth <- pick(c(-margin, margin)) + pick(c(-1, 1)) * resolution * runif(1, 0.8, 2.2)
  case_of(relation, margin, 0.05, looks, resolution, against_number, runif(1, 20, 50), truth,
          resolution * runif(2, 0.5, 1.2), 0)
}

case_of <- function(relation, margin, rate, looks, resolution, against_number, level, truth, spreads, failing) {
  n <- max(looks)
  list(relation = relation, margin = margin, rate = rate, looks = looks, resolution = resolution,
       number = if (against_number) round(level, 2),
       first = errors(level + truth, spreads[1], n, resolution),
       first_failed = rbinom(n, 1, failing),
       second = if (!against_number) errors(level, spreads[2], n, resolution),
       second_failed = if (!against_number) rbinom(n, 1, failing))
}

# ---- the file ----

exactly <- function(values) {
  words <- sprintf("%.17g", values)
  words[is.infinite(values)] <- ifelse(values[is.infinite(values)] > 0, "Infinity", "-Infinity")
  words[is.nan(values)] <- "NaN"
  words
}

shortly <- function(values) paste(format(values, digits = 15, trim = TRUE, drop0trailing = TRUE), collapse = " ")

RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(SEED)
header <- c("relation", "margin", "errorRate", "looks", "resolution", "number", "first", "firstFailed", "second",
            "secondFailed", "verdict", "looksUsed", "obstacle", "p", "lower", "upper", "g", "superiority")
cat("# src/test/r/cross-check.R,", R.version.string, "with mvtnorm", as.character(packageVersion("mvtnorm")), "\n")
cat(header, sep = ",")
cat("\n")
outcomes <- list()
for (i in seq_len(CASES)) {
  wants_coarse <- i > CASES - COARSE_CASES
  repeat {
    case <- if (wants_coarse) draw_coarse(against_number = i %% 2 == 0) else draw()
    outcome <- judge(case)
    if (wants_coarse) {
      # Errors so coarse that the gate closes are rare.
      if ("COARSE_ERRORS" %in% outcome$obstacles) break
    } else {
      # All 2.7 million permutations of two arms of twelve are slow to count: one of three such cases is enough.
      slow <- is.null(case$number) && case$looks[outcome$looks_used] == 12
      if (!slow || runif(1) < 1 / 3) break
    }
  }
  outcomes[[i]] <- outcome
  cat(case$relation, case$margin, case$rate, shortly(case$looks), case$resolution,
      if (is.null(case$number)) "" else shortly(case$number),
      shortly(case$first), paste(case$first_failed, collapse = ""),
      if (is.null(case$second)) "" else shortly(case$second), paste(case$second_failed, collapse = ""),
      outcome$verdict, outcome$looks_used, outcome$obstacle,
      exactly(unlist(outcome[c("p", "lower", "upper", "g", "superiority")])), sep = ",")
  cat("\n")
}

# For who runs it: what the cases cover, and that none hangs on the last digits of a p-value.
verdicts <- table(sapply(outcomes, `[[`, "verdict"))
message("verdicts: ", toString(paste(verdicts, names(verdicts))))
message("gates closed at some look: failed runs ", sum(sapply(outcomes, function(o) "FAILED_RUNS" %in% o$obstacles)),
        ", coarse errors ", sum(sapply(outcomes, function(o) "COARSE_ERRORS" %in% o$obstacles)))
message("least relative distance of a p-value from its boundary: ", signif(min(sapply(outcomes, `[[`, "nearest")), 2))
