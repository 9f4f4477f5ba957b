"""The joint network: encoder, span layers, pair scorers, classifiers."""
