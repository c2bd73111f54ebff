"""The pages of a site that show the explainer as it stood on earlier days, in folders of their own."""
