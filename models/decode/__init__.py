"""From the network's scores to events: spans, clusters, arguments."""
