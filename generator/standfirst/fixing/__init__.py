"""What mends a writer's files where messages name exactly what to write, by place: all else stays as it is."""
