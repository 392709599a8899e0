package dev.seep.verdict;

/** A counterfactual: a group as it would have been evaluated, had {@code what} been the case. */
record WhatIf(String what, EvaluatedGroup evaluatedGroup) {}
