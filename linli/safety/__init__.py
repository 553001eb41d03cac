"""安宁 (book ch. 6): how quarrels end, how a place stays safe."""
