"""The engines that run stages: the local one, and the linker of the `Link` shape."""
