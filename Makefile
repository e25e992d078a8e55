.DEFAULT_GOAL := help
.PHONY: help test verify fresh claim claims catalogue datasets report compare pilot examine benchmark agreement gpu-check reference screenshot format javadoc mutation clean

help: ## show this list; settings go into WITH, as in: make verify WITH="-Dscale=standard -Pcuda"
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

test: ## run the unit tests (a minute or two)
	mvn -B test $(WITH)

verify: ## run the tests and reproduce the claims at scale quick; see README.md for others
	mvn -B verify $(WITH)

fresh: ## the same, but train anew what earlier runs have kept
	mvn -B verify -Dfresh=true $(WITH)

claim: ## judge one claim, or a folder or pattern of them, without the tests, as in: make claim ID=fig1
	$(if $(ID),,$(error Say which claim, as in: make claim ID=fig1; make claims lists all))mvn -B verify -Dclaim="$(ID)" $(WITH)

claims: ## list all claims, without training
	mvn -B test-compile antrun:run@claims

catalogue: ## write results/catalogue.md: all statements of the paper, their claims, and the verdicts of the reference
	mvn -B compile antrun:run@catalogue

datasets: ## fetch CIFAR-10 and all of Fashion-MNIST into datasets/cache
	mvn -B compile antrun:run@datasets

report: ## draw the report of the latest records again, without training
	mvn -B compile antrun:run@report $(WITH)

compare: ## set two results folders side by side, as in: make compare A=results/reference/quick-cpu B=results/latest
	mvn -B -q compile antrun:run@compare -Da="$(A)" -Db="$(B)"

pilot: ## try recipes on tuning seeds, as in: make pilot WITH="-Dpilot.rates=0.1,0.01 -Dpilot.networks=plain-20,ResNet-20"
	mvn -B compile antrun:run@pilot $(WITH)

examine: ## look at trained networks again, as in: make examine WITH="-Dexamine=GradientNorms -Dexamine.split=training -Dexamine.networks=plain-56"
	mvn -B test-compile antrun:run@examine $(WITH)

benchmark: ## compare both engines with Deeplearning4j's own layers
	mvn -B -q -Pbenchmark,libtorch test-compile exec:exec@benchmark $(WITH)

agreement: ## judge all claims on both engines and compare what they come to (some minutes for each)
	mvn -B -Plibtorch test-compile antrun:run@agreement $(WITH)

gpu-check: ## what to run first on a machine with an NVIDIA GPU; see results/gpu.md
	mvn -B -Plibtorch-cuda test-compile antrun:run@gpu-check $(WITH)

reference: ## keep the latest results as the committed reference of their scale and backend
	mvn -B compile antrun:run@reference $(WITH)

screenshot: ## take the picture of the reference's report that the README shows, with Chromium or Chrome
	mvn -B -q test-compile antrun:run@screenshot

format: ## lay out all Java as the build wants it
	mvn -B spotless:apply

javadoc: ## write the documentation of the code to target/reports/apidocs, and check it
	mvn -B compile javadoc:javadoc

mutation: ## test the tests of the statistics by mutations; report in target/pit-reports (a quarter of an hour)
	mvn -B test-compile pitest:mutationCoverage

clean: ## remove what the build made; results and downloads stay
	mvn -B -q clean
