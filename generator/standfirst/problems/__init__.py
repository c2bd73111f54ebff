"""What is wrong with a writer's files, and how it is told."""
