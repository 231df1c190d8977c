"""What would it take? The smallest changes of the facts that would turn not met into met."""
