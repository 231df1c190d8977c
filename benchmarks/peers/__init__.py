"""What thidua is measured against: one module for each way of saying the same clauses."""
