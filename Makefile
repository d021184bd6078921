# Everything is done by start.py, on any system; these are its short names.
PYTHON ?= python3

.PHONY: lab app test lint bench docs clean

lab: ## open the journal in JupyterLab
	@$(PYTHON) start.py lab

app: ## open the journal as plain pages
	@$(PYTHON) start.py app

test: ## run every check
	@$(PYTHON) start.py test

lint: ## check style, types and layers
	@$(PYTHON) start.py lint

bench: ## measure
	@$(PYTHON) start.py bench

docs: ## make the generated files again
	@$(PYTHON) start.py docs

clean: ## remove the environment and caches, never a journal
	@$(PYTHON) start.py clean
