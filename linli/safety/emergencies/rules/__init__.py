"""Plain rules of emergencies: values in, findings out."""
