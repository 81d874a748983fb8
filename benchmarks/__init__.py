"""Speed and memory, beside the floor: the same work by bare means. `./dev bench --help` tells how."""
