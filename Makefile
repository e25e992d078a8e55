.DEFAULT_GOAL := help
.PHONY: help test verify fresh datasets report pilot benchmark reference format clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

test: ## run the unit tests (a minute or two)
	mvn -B test

verify: ## run the tests and reproduce the claims at scale quick; see README.md for others
	mvn -B verify

fresh: ## the same, but train anew what earlier runs have kept
	mvn -B verify -Dfresh=true

datasets: ## fetch CIFAR-10 and all of Fashion-MNIST into datasets/cache
	mvn -B compile antrun:run@datasets

report: ## draw the report of the latest records again, without training
	mvn -B compile antrun:run@report

pilot: ## try recipes on tuning seeds, as in: make pilot WITH="-Dpilot.rates=0.1,0.01 -Dpilot.networks=plain-20,ResNet-20"
	mvn -B compile antrun:run@pilot $(WITH)

benchmark: ## compare the engine with Deeplearning4j's own layers and with libtorch
	mvn -B -q -Pbenchmark test-compile exec:exec@benchmark

reference: ## keep the latest results as the committed reference of their scale and backend
	mvn -B compile antrun:run@reference

format: ## lay out all Java as the build wants it
	mvn -B spotless:apply

clean: ## remove what the build made; results and downloads stay
	mvn -B -q clean
