"""Citations against the sources that they name: the writer's copies, or what `lock` noted of them."""
