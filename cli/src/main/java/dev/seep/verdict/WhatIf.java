package dev.seep.verdict;

/** A group as it would have been examined, had something been otherwise. */
record WhatIf(String what, EvaluatedGroup evaluatedGroup) {}
